// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.testkit.junit.PostgresTest;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the catalog says about the migrated schema. */
@PostgresTest(migrations = "classpath:db/migration")
class MigrationsTest {

    private final PlainSql sql;

    MigrationsTest(DataSource plain) {
        this.sql = new PlainSql(plain);
    }

    @Test
    void everyTableViewAndColumnHasAComment() throws SQLException {
        assertThat(names("""
                SELECT c.relname || coalesce('.' || a.attname, '')
                FROM pg_class c
                    CROSS JOIN LATERAL (SELECT 0 AS attnum, NULL AS attname
                                        UNION ALL
                                        SELECT attnum, attname FROM pg_attribute
                                        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) a
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
                    AND c.relname <> 'flyway_schema_history'
                    AND NOT EXISTS (SELECT FROM pg_description d
                                    WHERE d.classoid = 'pg_class'::regclass AND d.objoid = c.oid
                                        AND d.objsubid = a.attnum)
                """)).isEmpty();
    }

    @Test
    void everyFunctionHasAComment() throws SQLException {
        assertThat(names("""
                SELECT proname FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace AND obj_description(oid, 'pg_proc') IS NULL
                """)).isEmpty();
    }

    @Test
    void everyTableButThatOfTheSalonsBelongsToASalon() throws SQLException {
        assertThat(names("""
                SELECT c.relname FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                    AND c.relname <> 'flyway_schema_history'
                    AND NOT EXISTS (SELECT FROM pg_attribute a
                                    WHERE a.attrelid = c.oid AND a.attname = 'company_id' AND a.attnotnull)
                """)).isEmpty();
    }

    /** Citus asks for this, to distribute them by it. */
    @Test
    void everyUniqueIndexOfATenantsTableContainsTheSalon() throws SQLException {
        assertThat(names("""
                SELECT x.indexrelid::regclass::text FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid
                WHERE c.relnamespace = 'public'::regnamespace AND x.indisunique
                    AND c.relname NOT IN ('companies', 'flyway_schema_history')
                    AND NOT EXISTS (SELECT FROM pg_attribute a
                                    WHERE a.attrelid = c.oid AND a.attname = 'company_id'
                                        AND a.attnum = ANY (x.indkey))
                """)).isEmpty();
    }

    @Test
    void everyTenantsTableWithANumberRefersToItsSalon() throws SQLException {
        assertThat(names("""
                SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id'
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'companies'
                    AND a.atttypid = 'bigint'::regtype
                    AND NOT EXISTS (SELECT FROM pg_constraint f
                                    WHERE f.conrelid = c.oid AND f.confrelid = 'companies'::regclass
                                        AND f.conkey = ARRAY[a.attnum])
                """)).isEmpty();
    }

    @Test
    void noIndexRepeatsAnotherOrTheBeginningOfAnother() throws SQLException {
        assertThat(redundantIndexes()).isEmpty();
    }

    @Test
    void anIndexThatRepeatsTheBeginningOfAnotherWouldBeFound() throws SQLException {
        sql.execute("CREATE INDEX needless ON bookings (company_id, client_phone)");
        assertThat(redundantIndexes()).containsExactly("needless repeats bookings_client_phone_idx");
    }

    @Test
    void everyIdThatComesFromOutsideIsABigint() throws SQLException {
        assertThat(names("""
                SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                    AND a.attname ~ '(^|_)ids?$' AND a.atttypid IN ('integer'::regtype, 'integer[]'::regtype)
                """)).isEmpty();
    }

    /** Two unique indexes may begin alike: each refuses other rows. */
    private List<String> redundantIndexes() throws SQLException {
        return names("""
                SELECT a.indexrelid::regclass || ' repeats ' || b.indexrelid::regclass
                FROM pg_index a
                    JOIN pg_index b ON b.indrelid = a.indrelid AND b.indexrelid <> a.indexrelid
                    JOIN pg_class c ON c.oid = a.indrelid
                WHERE c.relnamespace = 'public'::regnamespace
                    AND a.indexprs IS NULL AND b.indexprs IS NULL
                    AND pg_get_expr(a.indpred, a.indrelid) IS NOT DISTINCT FROM pg_get_expr(b.indpred, b.indrelid)
                    AND (b.indkey::int2[])[0 : a.indnatts - 1] = (a.indkey::int2[])[0 : a.indnatts - 1]
                    AND (NOT a.indisunique OR a.indnatts = b.indnatts)
                """);
    }

    private List<String> names(String query) throws SQLException {
        return sql.ask(context -> context.fetch(query).getValues(0, String.class));
    }
}
