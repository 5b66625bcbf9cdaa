// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.TransactionAction;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.schema.LiveTable;
import dev.dualbase.core.schema.SchemaCheck;
import dev.dualbase.repositories.schema.PublicSchema;
import dev.dualbase.repositories.whatsapp.WhatsAppSessionStore;
import java.util.List;
import java.util.Optional;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All repositories of the salon domain on one backend: what a host opens at its start and keeps. Safe for any number of
 * threads.
 */
public final class SalonRepositories {

    /** The tables of the salon schema. */
    public static final List<Table<?>> TABLES = PublicSchema.PUBLIC.getTables().stream()
            .<Table<?>>map(table -> table)
            .filter(table -> table.getTableType() == TableType.TABLE)
            .toList();

    private static final Logger LOG = LoggerFactory.getLogger(SalonRepositories.class);

    private final Backend backend;
    private final ActionRepository actions;
    private final AppointmentsCacheRepository appointmentsCache;
    private final BookingRepository bookings;
    private final BookingNotificationRepository bookingNotifications;
    private final ClientRepository clients;
    private final CompanyRepository companies;
    private final CompanySyncStatusRepository companySyncStatus;
    private final DialogContextRepository dialogContexts;
    private final MessageRepository messages;
    private final ReminderRepository reminders;
    private final ServiceRepository services;
    private final StaffRepository staff;
    private final StaffScheduleRepository staffSchedules;
    private final SyncStatusRepository syncStatus;
    private final WebhookEventRepository webhookEvents;
    private final WhatsAppSessionStore whatsAppSessions;

    private SalonRepositories(Backend backend, SalonClock clock) {
        this.backend = backend;
        this.actions = new ActionRepository(backend, clock);
        this.appointmentsCache = new AppointmentsCacheRepository(backend, clock);
        this.bookings = new BookingRepository(backend, clock);
        this.bookingNotifications = new BookingNotificationRepository(backend, clock);
        this.clients = new ClientRepository(backend);
        this.companies = new CompanyRepository(backend);
        this.companySyncStatus = new CompanySyncStatusRepository(backend, clock);
        this.dialogContexts = new DialogContextRepository(backend, clock);
        this.messages = new MessageRepository(backend, clock);
        this.reminders = new ReminderRepository(backend, clock);
        this.services = new ServiceRepository(backend);
        this.staff = new StaffRepository(backend);
        this.staffSchedules = new StaffScheduleRepository(backend);
        this.syncStatus = new SyncStatusRepository(backend, clock);
        this.webhookEvents = new WebhookEventRepository(backend, clock);
        this.whatsAppSessions = new WhatsAppSessionStore(backend, clock.clock());
    }

    /**
     * Checks the database against the generated types, then opens the repositories. A backend that cannot describe its
     * tables, such as REST without the functions of {@code dualbase-supabase-adapter}, is not checked, and a warning says so.
     *
     * @throws dev.dualbase.core.error.SchemaMismatchException listing every difference because of which calls would fail
     */
    public static SalonRepositories open(Backend backend, SalonClock clock) {
        describe(backend).ifPresent(live -> SchemaCheck.compare(TABLES, live).orThrow());
        return new SalonRepositories(backend, clock);
    }

    private static Optional<List<LiveTable>> describe(Backend backend) {
        try {
            return Optional.of(backend.describe(TABLES));
        } catch (UnsupportedCapabilityException without) {
            LOG.warn(
                    "The schema was not checked, and a missing column or key will show when it is used: {}",
                    without.getMessage());
            return Optional.empty();
        }
    }

    /** Actions of the assistant. */
    public ActionRepository actions() {
        return actions;
    }

    /** Appointments as YClients last reported them. */
    public AppointmentsCacheRepository appointmentsCache() {
        return appointmentsCache;
    }

    /** Bookings. */
    public BookingRepository bookings() {
        return bookings;
    }

    /** What clients were told about bookings. */
    public BookingNotificationRepository bookingNotifications() {
        return bookingNotifications;
    }

    /** Clients. */
    public ClientRepository clients() {
        return clients;
    }

    /** The salons themselves. */
    public CompanyRepository companies() {
        return companies;
    }

    /** Runs of the synchronisation of whole salons. */
    public CompanySyncStatusRepository companySyncStatus() {
        return companySyncStatus;
    }

    /** States of dialogs. */
    public DialogContextRepository dialogContexts() {
        return dialogContexts;
    }

    /** Messages. */
    public MessageRepository messages() {
        return messages;
    }

    /** Reminders of appointments. */
    public ReminderRepository reminders() {
        return reminders;
    }

    /** Services on offer. */
    public ServiceRepository services() {
        return services;
    }

    /** Members of staff. */
    public StaffRepository staff() {
        return staff;
    }

    /** Working days of staff. */
    public StaffScheduleRepository staffSchedules() {
        return staffSchedules;
    }

    /** Runs of the synchronisation by table. */
    public SyncStatusRepository syncStatus() {
        return syncStatus;
    }

    /** Webhooks received. */
    public WebhookEventRepository webhookEvents() {
        return webhookEvents;
    }

    /** Sessions of WhatsApp: credentials and keys. */
    public WhatsAppSessionStore whatsAppSessions() {
        return whatsAppSessions;
    }

    /** Runs a body in a transaction that all repositories here take part in: see {@link Backend#inTransaction}. */
    public <T, X extends Exception> T withTransaction(TransactionBody<T, X> body) throws X {
        return withTransaction(TransactionOptions.defaults(), body);
    }

    /** Runs a body in a transaction with options that all repositories here take part in. */
    public <T, X extends Exception> T withTransaction(TransactionOptions options, TransactionBody<T, X> body) throws X {
        return backend.inTransaction(options, body);
    }

    /** Runs an action in a transaction that all repositories here take part in. */
    public <X extends Exception> void useTransaction(TransactionAction<X> action) throws X {
        useTransaction(TransactionOptions.defaults(), action);
    }

    /** Runs an action in a transaction with options that all repositories here take part in. */
    public <X extends Exception> void useTransaction(TransactionOptions options, TransactionAction<X> action) throws X {
        boolean done = backend.inTransaction(options, action.asBody());
        assert done;
    }
}
