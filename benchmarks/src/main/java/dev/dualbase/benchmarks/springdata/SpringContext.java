// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.context.MessageContext;
import dev.dualbase.benchmarks.context.Named;
import dev.dualbase.benchmarks.data.Salons;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class SpringContext implements ContextReads {

    private static final Long[] NONE = {};

    private final SpringContextReads reads;

    SpringContext(SpringContextReads reads) {
        this.reads = reads;
    }

    @Override
    public MessageContext load(String phone) {
        SpringClient client = reads.client(Salons.MAIN, "+" + phone, phone);
        return new MessageContext(
                reads.salon(Salons.MAIN),
                client,
                reads.dialog(Salons.MAIN, phone),
                byNumber(reads.staffNames(Salons.MAIN, client.favoriteStaffIds())),
                byNumber(reads.serviceTitles(Salons.MAIN, client.lastServiceIds())),
                reads.offer(Salons.MAIN),
                reads.activeStaff(Salons.MAIN),
                reads.schedule(
                        Salons.MAIN,
                        reads.activeNumbers(Salons.MAIN).toArray(NONE),
                        MessageContext.FIRST_DAY,
                        MessageContext.LAST_DAY),
                reads.appointments(Salons.MAIN, client.yclientsId()));
    }

    private static Map<Long, String> byNumber(List<Named> names) {
        return names.stream().collect(Collectors.toMap(Named::yclientsId, Named::name));
    }
}
