// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyIdTest {

    @Test
    void bothSpellingsAreOneSalon() {
        assertThat(CompanyId.parse("962302"))
                .isEqualTo(CompanyId.parse("company_962302"))
                .isEqualTo(CompanyId.of(962_302));
    }

    @Test
    void theKeyIsOneForEachSalon() {
        assertThat(CompanyId.parse("962302").key()).isEqualTo("company_962302");
        assertThat(CompanyId.of(962_302)).hasToString("962302");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 962302", "demo", "company_", "company_company_1", "-1", "1e3", "0", "12345678901234567890"
            })
    void whatIsNoNumberIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> CompanyId.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("a company id is");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void numbersBelowOneAreRefused(long number) {
        assertThatThrownBy(() -> CompanyId.of(number)).isInstanceOf(InvalidValueException.class);
    }
}
