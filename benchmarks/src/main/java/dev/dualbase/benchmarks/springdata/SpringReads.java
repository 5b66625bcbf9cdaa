// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.data.Salons;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class SpringReads implements ClientReads {

    private final SpringClients clients;

    SpringReads(SpringClients clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable SpringClient byPhone(String phone) {
        return clients.byPhone(Salons.MAIN, phone);
    }

    @Override
    public List<SpringClient> page(LocalDate lastVisit) {
        return clients.page(Salons.MAIN, lastVisit);
    }
}
