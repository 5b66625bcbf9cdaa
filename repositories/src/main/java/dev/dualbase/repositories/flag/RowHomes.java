// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.repositories.id.CompanyId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Table;

/** Where the rows of a table have their primary, as flags say. */
final class RowHomes {

    private static final String COMPANY = "company_id";

    /** The repository of each table. */
    private static final Map<String, String> REPOSITORIES = Map.ofEntries(
            Map.entry("actions", "ActionRepository"),
            Map.entry("appointments_cache", "AppointmentsCacheRepository"),
            Map.entry("booking_notifications", "BookingNotificationRepository"),
            Map.entry("bookings", "BookingRepository"),
            Map.entry("clients", "ClientRepository"),
            Map.entry("companies", "CompanyRepository"),
            Map.entry("company_sync_status", "CompanySyncStatusRepository"),
            Map.entry("dialog_contexts", "DialogContextRepository"),
            Map.entry("messages", "MessageRepository"),
            Map.entry("reminders", "ReminderRepository"),
            Map.entry("services", "ServiceRepository"),
            Map.entry("staff", "StaffRepository"),
            Map.entry("staff_schedules", "StaffScheduleRepository"),
            Map.entry("sync_status", "SyncStatusRepository"),
            Map.entry("webhook_events", "WebhookEventRepository"),
            Map.entry("whatsapp_auth", "WhatsAppSessionStore"),
            Map.entry("whatsapp_keys", "WhatsAppSessionStore"));

    private final BackendFlags flags;
    private final Table<?> table;

    RowHomes(BackendFlags flags, Table<?> table) {
        this.flags = flags;
        this.table = table;
    }

    Table<?> table() {
        return table;
    }

    /** Where rows are of salons that are not named. */
    Side home() {
        return repository().map(flags.repositories()::get).orElse(flags.primary());
    }

    /** Whether salons of this table are on both sides. */
    boolean isSplit() {
        return home() == Side.SUPABASE && !flags.companies().isEmpty() && table.field(COMPANY) != null;
    }

    /**
     * The rows whose primary is a side; empty if it is that of none.
     *
     * @throws InvalidValueException naming the table and the flag, if salons are on both sides and the column does not tell them
     */
    Optional<Filter> rowsOf(Side side) {
        Field<?> column = table.field(COMPANY);
        if (column == null || !isSplit()) {
            return side == home() ? Optional.of(Filters.everyRow()) : Optional.empty();
        }
        return Optional.of(ofNamed(column, side == Side.TIMEWEB));
    }

    private Filter ofNamed(Field<?> column, boolean wanted) {
        Class<?> type = column.getType();
        List<CompanyId> named = flags.companies().stream()
                .sorted((one, other) -> Long.compare(one.value(), other.value()))
                .toList();
        if (type == Long.class) {
            return amongOrNot(column, named.stream().map(CompanyId::value).toList(), wanted);
        } else if (type == String.class) {
            List<String> spellings = named.stream()
                    .flatMap(salon -> List.of(salon.key(), salon.toString()).stream())
                    .toList();
            return amongOrNot(column, spellings, wanted);
        }
        throw new InvalidValueException(
                FlagNames.COMPANIES + " puts salons of " + table.getName() + " on both sides, and its column " + COMPANY
                        + " is neither a bigint nor a text: which rows are whose cannot be told. Leave the table out",
                "0A000",
                table.getName(),
                COMPANY);
    }

    @SuppressWarnings("unchecked") // the values are of the column's type
    private static <T> Filter amongOrNot(Field<?> column, Collection<T> values, boolean wanted) {
        Field<T> typed = (Field<T>) column;
        return wanted ? Filters.in(typed, values) : Filters.or(Filters.notIn(typed, values), Filters.isNull(typed));
    }

    /** The flag that says where rows are of salons that are not named. */
    String flag() {
        return repository()
                .filter(flags.repositories()::containsKey)
                .map(name -> FlagNames.of(name) + " or " + SalonModule.of(name).flag())
                .orElse(FlagNames.PRIMARY);
    }

    private Optional<String> repository() {
        return Optional.ofNullable(REPOSITORIES.get(table.getName()));
    }
}
