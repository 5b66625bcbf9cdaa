// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.data;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** The statements of contenders whose users write SQL, with question marks for values. */
public final class ClientSql {

    /** The names of the components of {@link ClientChange}. */
    public static final List<String> CHANGED_NAMES = Arrays.stream(ClientChange.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    /** All 39 columns in the order of the table. */
    public static final String COLUMNS = """
            id, yclients_id, name, phone, raw_phone, email, discount, company_id, branch_ids, tags, status, source, \
            created_at, updated_at, visit_count, total_spent, first_visit_date, last_visit_date, last_services, \
            visit_history, preferences, last_sync_at, loyalty_level, client_segment, average_bill, last_service_ids, \
            favorite_staff_ids, preferred_time_slots, blacklisted, notes, created_by_ai, last_ai_interaction, ai_context, \
            ai_messages_count, ai_satisfaction_score, services_amount, goods_amount, goods_purchases, goods_count""";

    private static final String LATEST_FIRST = " order by last_visit_date desc nulls last, id limit ";

    /** One client by salon and phone number. */
    public static final String BY_PHONE =
            "select " + COLUMNS + " from clients where company_id = ? and phone = ?" + LATEST_FIRST + "1";

    /** A page of clients by salon and day of the last visit. */
    public static final String PAGE =
            "select " + COLUMNS + " from clients where company_id = ? and last_visit_date <= ?" + LATEST_FIRST + "100";

    /** All clients of a salon. */
    public static final String ALL = "select " + COLUMNS + " from clients where company_id = ? order by id";

    /** What an upsert does where the key exists. */
    public static final String ON_CONFLICT =
            " on conflict (company_id, yclients_id) do update set name = excluded.name,"
                    + " phone = excluded.phone, raw_phone = excluded.raw_phone, email = excluded.email,"
                    + " discount = excluded.discount, branch_ids = excluded.branch_ids, tags = excluded.tags,"
                    + " status = excluded.status, source = excluded.source, visit_count = excluded.visit_count,"
                    + " total_spent = excluded.total_spent, last_visit_date = excluded.last_visit_date,"
                    + " visit_history = excluded.visit_history";

    /** The columns of {@link ClientChange}, in its order. */
    public static final String CHANGED = "company_id, yclients_id, name, phone, raw_phone, email, discount, branch_ids,"
            + " tags, status, source, visit_count, total_spent, last_visit_date, visit_history";

    /** An insert of the changed columns, up to the rows. */
    public static final String INSERT = "insert into clients (" + CHANGED + ")";

    /** One upsert, values in the order of {@link #CHANGED}. */
    public static final String UPSERT = INSERT + " values (" + "?, ".repeat(14) + "cast(? as jsonb))" + ON_CONFLICT;

    /** The same, returning all columns. */
    public static final String UPSERT_RETURNING = UPSERT + " returning " + COLUMNS;

    private ClientSql() {}

    /** A statement with the names of its values as {@code :name} in the place of question marks. */
    public static String named(String sql, List<String> names) {
        String named = sql;
        for (String name : names) {
            named = named.replaceFirst("\\?", ":" + name);
        }
        return named;
    }
}
