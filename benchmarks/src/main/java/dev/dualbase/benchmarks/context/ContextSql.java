// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.context;

import dev.dualbase.benchmarks.data.ClientSql;

/**
 * The ten reads for contenders whose users write SQL. {@code :salon} and the other names stand for values,
 * {@code :numbers} for an array.
 */
public final class ContextSql {

    /** The columns of {@link Company}. */
    public static final String COMPANIES = """
            id, company_id, yclients_id, title, address, phone, email, website, timezone, working_hours, \
            coordinate_lat, coordinate_lon, currency, ai_enabled, sync_enabled, created_at, updated_at, \
            last_sync_at, raw_data, whatsapp_enabled, whatsapp_config, whatsapp_connected, whatsapp_phone, \
            whatsapp_connected_at, integration_status, connected_at, marketplace_user_id, marketplace_user_name, \
            marketplace_user_phone, marketplace_user_email, whatsapp_session_data, api_key, webhook_secret, \
            last_payment_date, subscription_expires_at, whatsapp_channel_enabled, sms_channel_enabled, \
            sms_short_names, disconnected_at, status, telegram_enabled, telegram_premium_until""";

    /** The columns of {@link Service}. */
    public static final String SERVICES = """
            id, yclients_id, company_id, title, category_id, category_title, price_min, price_max, discount, \
            duration, seance_length, is_active, is_bookable, description, weight, created_at, updated_at, \
            last_sync_at, raw_data, image_url, declensions""";

    /** The columns of {@link StaffMember}. */
    public static final String STAFF = """
            id, yclients_id, company_id, name, specialization, position, is_active, is_bookable, rating, \
            votes_count, comments_count, avatar_url, information, service_ids, email, phone, telegram, \
            experience_years, level_name, created_at, updated_at, last_sync_at, raw_data, declensions""";

    /** The columns of {@link ScheduleDay}. */
    public static final String STAFF_SCHEDULES = """
            id, yclients_staff_id, staff_name, date, is_working, work_start, work_end, working_hours, \
            last_updated, has_booking_slots, company_id""";

    /** The columns of {@link Dialog}. */
    public static final String DIALOG_CONTEXTS = """
            id, user_id, state, data, messages, created_at, updated_at, client_id, last_activity, message_count, \
            last_booking_id, session_type, context_metadata, company_id, last_command""";

    private static final String OF_SALON = " where company_id = :salon";

    /** The salon. */
    public static final String SALON = "select " + COMPANIES + " from companies" + OF_SALON;

    /** The client who writes. */
    public static final String CLIENT = "select " + ClientSql.COLUMNS + " from clients" + OF_SALON
            + " and raw_phone in (:raw, :stored) order by last_visit_date desc nulls last, id limit 1";

    /** The dialog so far. */
    public static final String DIALOG =
            "select " + DIALOG_CONTEXTS + " from dialog_contexts" + OF_SALON + " and user_id = :user";

    /** The names of the client's favourites among the staff. */
    public static final String STAFF_NAMES =
            "select yclients_id, name from staff" + OF_SALON + " and yclients_id = any(:numbers)";

    /** The titles of the services of the client's last visit. */
    public static final String SERVICE_TITLES =
            "select yclients_id, title as name from services" + OF_SALON + " and yclients_id = any(:numbers)";

    /** What the salon offers. */
    public static final String OFFER = "select " + SERVICES + " from services" + OF_SALON
            + " and is_active is distinct from false order by weight desc nulls last, title";

    /** Who works there. */
    public static final String ACTIVE_STAFF =
            "select " + STAFF + " from staff" + OF_SALON + " and is_active is distinct from false order by name, id";

    /** Their numbers. */
    public static final String ACTIVE_NUMBERS =
            "select yclients_id from staff" + OF_SALON + " and is_active is distinct from false order by name, id";

    /** When they work. */
    public static final String SCHEDULE = "select " + STAFF_SCHEDULES + " from staff_schedules" + OF_SALON
            + " and yclients_staff_id = any(:numbers) and date between :first and :last order by date, id";

    /** How many appointments the client had. */
    public static final String APPOINTMENTS =
            "select count(*) from appointments_cache" + OF_SALON + " and client_id = :client";

    private ContextSql() {}

    /** With question marks in the place of names. */
    public static String positional(String sql) {
        return sql.replaceAll(":[a-z]+", "?");
    }
}
