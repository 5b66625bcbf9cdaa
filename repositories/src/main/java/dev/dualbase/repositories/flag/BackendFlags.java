// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.flag.FlagWatch;
import dev.dualbase.core.observation.CallLogging;
import dev.dualbase.core.routing.Route;
import dev.dualbase.core.routing.RoutingPlan;
import dev.dualbase.core.routing.TenantOf;
import dev.dualbase.repositories.id.CompanyId;
import java.util.Map;
import java.util.Set;

/**
 * What the flags say. Two of them say which sides are in use:
 *
 * <table>
 * <caption>Sides in use</caption>
 * <tr><th>USE_REPOSITORY_PATTERN</th><th>USE_LEGACY_SUPABASE</th><th>in use</th></tr>
 * <tr><td>false (default)</td><td>true (default)</td><td>Supabase alone; every flag that asks for Timeweb is refused</td></tr>
 * <tr><td>true</td><td>true</td><td>both</td></tr>
 * <tr><td>true</td><td>false</td><td>Timeweb alone; every flag that asks for Supabase or for two sides is refused</td></tr>
 * <tr><td>false</td><td>false</td><td>none: refused</td></tr>
 * </table>
 *
 * <p>With both in use, the others choose between them:
 *
 * <table>
 * <caption>With both sides in use</caption>
 * <tr><th>flag</th><th>meaning</th></tr>
 * <tr><td>TIMEWEB_IS_PRIMARY</td><td>true: Timeweb is primary; else Supabase</td></tr>
 * <tr><td>TIMEWEB_DATA_LOADER, TIMEWEB_SYNC, TIMEWEB_SERVICES</td>
 *     <td>the primary of the repositories of a {@link SalonModule}: Timeweb if true, Supabase if false</td></tr>
 * <tr><td>TIMEWEB_CLIENT_REPOSITORY and so on</td><td>the same for one repository; it counts more than its module</td></tr>
 * <tr><td>TIMEWEB_COMPANIES</td><td>numbers of salons, between commas, whose rows are on Timeweb in all repositories</td></tr>
 * <tr><td>ENABLE_DUAL_WRITE</td><td>what is written to the primary is written to the other side too</td></tr>
 * <tr><td>TIMEWEB_READS</td><td>reads outside of transactions go to Timeweb, wherever the primary is; needs
 *     ENABLE_DUAL_WRITE=true, because Timeweb would be out of date</td></tr>
 * <tr><td>READ_FALLBACK</td><td>a read outside of transactions goes to the other side where its own is out; needs
 *     ENABLE_DUAL_WRITE=true for the same reason</td></tr>
 * <tr><td>SHADOW_READ_PERCENT</td><td>of 100 reads so many are also sent to the other side and compared</td></tr>
 * </table>
 *
 * <p>LOG_DATABASE_CALLS logs each call, whatever the others say, and DB_QUERY_LATENCY_THRESHOLD_MS says which are slow. A flag is {@code true} or {@code false}, and false unless
 * said otherwise. The flag of a repository is {@code TIMEWEB_}, and its name in capitals with an underscore between words.
 *
 * @param primary where reads and writes go that no other component says more of
 * @param repositories the primary of single repositories, by simple name
 * @param companies the salons whose primary is Timeweb
 * @param dualWrite whether writes go to both sides
 * @param timewebReads whether reads go to Timeweb wherever writes go
 * @param readFallback whether reads go to the other side where theirs is out
 * @param shadowReadPercent the share of reads that are compared with the other side, 0 to 100
 * @param calls which calls are logged
 */
public record BackendFlags(
        Side primary,
        Map<String, Side> repositories,
        Set<CompanyId> companies,
        boolean dualWrite,
        boolean timewebReads,
        boolean readFallback,
        int shadowReadPercent,
        CallLogging calls) {

    /** Copies map and set. */
    public BackendFlags {
        repositories = Map.copyOf(repositories);
        companies = Set.copyOf(companies);
    }

    /**
     * Reads the flags, and watches them: a change counts within a second.
     *
     * @param configured the names of the backends that there are: of {@link Side#backend()} and {@link Side#mirrored()}
     * @throws dev.dualbase.core.error.InvalidValueException naming all flags that contradict one another, cannot be read, or
     *     ask for a backend that is not configured
     */
    public static FlagWatch<BackendFlags> watch(FlagSource source, Set<String> configured) {
        Set<String> backends = Set.copyOf(configured);
        return FlagWatch.start(
                source, FlagNames.all(), Set.of(FlagNames.COMPANIES), reader -> new FlagRules(reader).read(backends));
    }

    /** How the tables of the salon tell their salon. */
    public static TenantOf tenants() {
        return TenantOf.column("company_id", text -> CompanyId.parse(text).toString());
    }

    /** Where operations go. */
    public RoutingPlan plan() {
        RoutingPlan plan = RoutingPlan.of(route(primary));
        for (Map.Entry<String, Side> repository : repositories.entrySet()) {
            plan = plan.repository(repository.getKey(), route(repository.getValue()));
        }
        for (CompanyId company : companies) {
            plan = plan.tenant(company.toString(), route(Side.TIMEWEB));
        }
        return plan;
    }

    private Route route(Side writer) {
        Side reader = timewebReads ? Side.TIMEWEB : writer;
        Route route = Route.to(dualWrite ? writer.mirrored() : writer.backend())
                .readingFrom(shadowReadPercent > 0 ? reader.mirrored() : reader.backend());
        return readFallback ? route.fallingBackTo(reader.other().backend()) : route;
    }

    /** Without the numbers of salons. */
    @Override
    public String toString() {
        return "BackendFlags[primary=" + primary + ", repositories=" + repositories + ", companies=" + companies.size()
                + ", dualWrite=" + dualWrite + ", timewebReads=" + timewebReads + ", readFallback="
                + readFallback + ", shadowReadPercent=" + shadowReadPercent + ", calls=" + calls
                + "]";
    }
}
