// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.repositories.data.DataLayer;
import dev.dualbase.repositories.id.CompanyId;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Acceptance scenario 10. Two salons hold rows with the same phones, numbers and dates. Each public method, called for the
 * one, answers and does as if there were no other, and leaves all rows of the other as they are: when the one has such rows
 * itself, and when only the other does.
 */
@SalonTest
class TenantIsolationTest {

    /** What reaches no salon's row, and the finder of salons themselves. */
    private static final Set<String> WITHOUT_A_SALON = Set.of(
            "newRecord", "CompanyRepository.create", "CompanyRepository.upsert", "CompanyRepository.findByYclientsId");

    private final List<TenantCalls> calls;
    private final HikariDataSource session;
    private final TenantRows rows;

    TenantIsolationTest(Backend backend, DataSource plain) {
        this.calls = Stream.of(
                        CatalogueCalls.of(backend, SALON),
                        BookingCalls.of(backend, SALON),
                        DialogCalls.of(backend, SALON),
                        List.of(DataLayerCalls.of(backend)))
                .flatMap(List::stream)
                .toList();
        this.session = oneSession(plain);
        this.rows = new TenantRows(new PlainSql(session));
    }

    /** A new session for each look at all tables would read the catalog again each time. */
    private static HikariDataSource oneSession(DataSource plain) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(plain);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @TestFactory
    Stream<DynamicTest> scenario10NoMethodReachesTheOtherSalon() {
        return calls.stream()
                .flatMap(all -> all.calls().entrySet().stream()
                        .map(call -> dynamicTest(
                                all.repository().getSimpleName() + "." + call.getKey(),
                                () -> staysWithinItsSalon(call.getValue()))));
    }

    @Test
    void scenario10EveryPublicMethodThatTakesASalonIsAmongThem() {
        assertThat(calls)
                .<Class<?>>extracting(TenantCalls::repository)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(PublicMethods.repositories().stream(), Stream.of(DataLayer.class))
                                .toList());
        assertThat(calls)
                .allSatisfy(all -> assertThat(PublicMethods.missing(
                                all.repository(),
                                TenantIsolationTest::takesASalon,
                                all.calls().keySet()))
                        .as(all.repository().getSimpleName())
                        .isEmpty());
    }

    @Test
    void scenario10EveryPublicMethodTakesASalonOrSaysThatItCrossesThem() {
        assertThat(PublicMethods.repositories())
                .allSatisfy(repository -> assertThat(PublicMethods.of(repository)
                                .filter(method -> !takesASalon(method))
                                .map(Method::getName)
                                .filter(name -> !name.endsWith("AcrossCompanies"))
                                .filter(name -> !WITHOUT_A_SALON.contains(name))
                                .filter(name -> !WITHOUT_A_SALON.contains(repository.getSimpleName() + "." + name)))
                        .isEmpty());
    }

    private static boolean takesASalon(Method method) {
        return List.of(method.getParameterTypes()).contains(CompanyId.class);
    }

    private void staysWithinItsSalon(Supplier<Object> call) throws SQLException {
        for (List<CompanyId> own : List.of(List.of(SALON), List.<CompanyId>of())) {
            rows.reset(SALON, own);
            Object alone = TenantCalls.comparable(call.get());
            String ours = rows.comparable(SALON);
            rows.reset(SALON, Stream.concat(own.stream(), Stream.of(OTHER)).toList());
            String theirs = rows.of(OTHER);
            assertThat(TenantCalls.comparable(call.get())).isEqualTo(alone);
            assertThat(rows.of(OTHER)).isEqualTo(theirs);
            assertThat(rows.comparable(SALON)).isEqualTo(ours);
        }
    }
}
