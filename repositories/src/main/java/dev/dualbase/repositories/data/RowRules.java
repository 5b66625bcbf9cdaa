// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.data;

import static dev.dualbase.repositories.schema.Tables.CLIENTS;
import static dev.dualbase.repositories.schema.Tables.COMPANIES;
import static dev.dualbase.repositories.schema.Tables.DIALOG_CONTEXTS;
import static dev.dualbase.repositories.schema.Tables.SERVICES;
import static dev.dualbase.repositories.schema.Tables.STAFF_SCHEDULES;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.CompaniesRecord;
import dev.dualbase.repositories.schema.DialogContextsRecord;
import dev.dualbase.repositories.schema.ServicesRecord;
import dev.dualbase.repositories.schema.StaffSchedulesRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * What a row must have to be stored, column by column. A column that can be neither null nor left to a default is needed
 * even where the row exists: PostgreSQL checks that before it looks for the row.
 */
final class RowRules<R extends Record> {

    static final RowRules<DialogContextsRecord> DIALOG =
            new RowRules<>(DIALOG_CONTEXTS.COMPANY_ID, List.of(needsText(DIALOG_CONTEXTS.USER_ID)));

    static final RowRules<ClientsRecord> CLIENT = new RowRules<>(
            CLIENTS.COMPANY_ID,
            List.of(needsNumber(CLIENTS.YCLIENTS_ID), notBlank(CLIENTS.NAME), needsPhone(CLIENTS.PHONE)));

    static final RowRules<StaffSchedulesRecord> DAY = new RowRules<>(
            STAFF_SCHEDULES.COMPANY_ID,
            List.of(needsNumber(STAFF_SCHEDULES.YCLIENTS_STAFF_ID), needs(STAFF_SCHEDULES.DATE)));

    static final RowRules<ServicesRecord> SERVICE =
            new RowRules<>(SERVICES.COMPANY_ID, List.of(needsNumber(SERVICES.YCLIENTS_ID), needsText(SERVICES.TITLE)));

    static final RowRules<CompaniesRecord> COMPANY =
            new RowRules<>(COMPANIES.COMPANY_ID, List.of(notBlank(COMPANIES.TITLE)));

    private final TableField<R, Long> company;
    private final List<Rule<R>> rules;

    private RowRules(TableField<R, Long> company, List<Rule<R>> rules) {
        this.company = company;
        this.rules = rules;
    }

    /** The first rule that a row breaks, the one that it belongs to no other salon before all others. */
    Optional<DataError> check(String field, R row, CompanyId salon) {
        Rule<R> own = new Rule<>(
                company,
                it -> it.get(company) == null || it.get(company) == salon.value(),
                "is that of another company than the call's");
        return Stream.concat(Stream.of(own), rules.stream())
                .filter(rule -> !rule.kept().test(row))
                .findFirst()
                .map(rule -> rule.broken(field));
    }

    private static <R extends Record> Rule<R> needs(TableField<R, ?> column) {
        return new Rule<>(column, row -> row.get(column) != null, "is missing");
    }

    private static <R extends Record> Rule<R> needsNumber(TableField<R, Long> column) {
        return new Rule<>(column, row -> isPositive(row.get(column)), "is missing, or not 1 or more");
    }

    private static <R extends Record> Rule<R> needsText(TableField<R, String> column) {
        return new Rule<>(column, row -> isText(row.get(column)), "is missing, or blank");
    }

    private static <R extends Record> Rule<R> notBlank(TableField<R, String> column) {
        return new Rule<>(column, row -> row.get(column) == null || isText(row.get(column)), "is blank");
    }

    private static <R extends Record> Rule<R> needsPhone(TableField<R, String> column) {
        return new Rule<>(column, row -> isPhone(row.get(column)), "is missing, or not a phone number");
    }

    private static boolean isPositive(@Nullable Long number) {
        return number != null && number > 0;
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static boolean isPhone(@Nullable String text) {
        return text != null && PhoneNumber.tryParse(text).isPresent();
    }

    private record Rule<R extends Record>(TableField<R, ?> column, Predicate<R> kept, String what) {

        DataError broken(String field) {
            String path = field + "." + column.getName();
            return DataError.ofInput(
                    path,
                    new InvalidValueException(
                            path + " " + what, "22023", column.getTable().getName(), column.getName()));
        }
    }
}
