// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Acceptance scenario 29: one rule for phones. */
class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "89000000001",
                "+79000000001",
                "79000000001",
                "9000000001",
                "8 900 000 00 01",
                "8 (900) 000-00-01",
                "+7 900 000.00.01",
                "79000000001@c.us",
                "79000000001@s.whatsapp.net"
            })
    void scenario29AllSpellingsOfARussianMobileAreOneNumber(String spelling) {
        PhoneNumber phone = PhoneNumber.parse(spelling);
        assertThat(phone.stored()).isEqualTo("79000000001");
        assertThat(phone.raw()).isEqualTo("+79000000001");
    }

    @ParameterizedTest
    @CsvSource({
        "+4915112345678, 4915112345678",
        "380441234567, 380441234567",
        "+84 912 345 678, 84912345678",
        "(+84) 912 345 678, 84912345678",
        "84912345678@c.us, 84912345678",
        "84912345678@s.whatsapp.net, 84912345678",
        "+84912345678@c.us, 84912345678",
        "+90 212 345 67, 9021234567",
        "9021234567@c.us, 9021234567"
    })
    void otherCountriesStayAsTheyAre(String spelling, String digits) {
        assertThat(PhoneNumber.parse(spelling).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"79000000001", "84912345678", "89000000001", "9001234567", "4915112345678"})
    void digitsAreReadAsIfAPlusStoodBeforeThem(String digits) {
        assertThat(new PhoneNumber(digits).stored())
                .isEqualTo(PhoneNumber.parse("+" + digits).stored())
                .isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456789",
                "0123456789",
                "1234567890123456",
                "123456789012345@lid",
                "demo_0b7e3f9e-7a0c-4d4e-9a3c-0a4a1b2c3d4e",
                "79000000001x",
                "79000000001@",
                "79000000001@c.us@c.us",
                "@c.us",
                "+-+79000000001"
            })
    void scenario29OtherAddressesAreNotPhones(String text) {
        assertThat(PhoneNumber.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> PhoneNumber.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("the text is not a phone number")
                .hasMessageNotContainingAny("123", "790");
    }

    @Test
    void itsTextFormHidesTheNumber() {
        assertThat(PhoneNumber.parse("79000000001")).hasToString("PhoneNumber[...01]");
    }
}
