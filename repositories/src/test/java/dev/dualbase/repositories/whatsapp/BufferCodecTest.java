// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario 28: bytes in JSON. */
class BufferCodecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Buffer\",\"data\":[0,127,128,255]}",
                "{\"type\":\"Buffer\",\"data\":\"AH+A/w==\"}",
                "{\"type\":\"Buffer\",\"data\":\"AH+A/w\"}",
                "{\"type\":\"Buffer\",\"data\":\"AH-A_w\"}"
            })
    void both_encodings_are_read_byte_for_byte(String json) {
        assertThat(SessionJson.bytes(JSONB.valueOf(json))).hasValue(new byte[] {0, 127, -128, -1});
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"Buffer\",\"data\":[]}", "{\"type\":\"Buffer\",\"data\":\"\"}"})
    void no_byte_is_no_byte_in_both_encodings(String json) {
        assertThat(SessionJson.bytes(JSONB.valueOf(json))).hasValue(new byte[0]);
    }

    @Test
    void all_bytes_come_back_as_they_were_written() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        assertThat(BufferCodec.decode(BufferCodec.encode(bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Buffer\",\"data\":[256]}",
                "{\"type\":\"Buffer\",\"data\":[-1]}",
                "{\"type\":\"Buffer\",\"data\":[1.5]}",
                "{\"type\":\"Buffer\",\"data\":[\"secret\"]}",
                "{\"type\":\"Buffer\",\"data\":\"secret!\"}",
                "{\"type\":\"Buffer\"}",
                "{\"type\":\"Uint8Array\",\"data\":[1]}",
                "\"secret\""
            })
    void what_is_no_buffer_is_refused_without_repeating_it(String json) {
        assertThatThrownBy(() -> SessionJson.bytes(JSONB.valueOf(json)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void bytes_are_found_within_credentials() {
        JSONB creds = JSONB.valueOf("{\"noiseKey\":{\"private\":{\"type\":\"Buffer\",\"data\":\"AQI=\"}},\"me\":null}");

        assertThat(SessionJson.bytes(creds, "noiseKey", "private")).hasValue(new byte[] {1, 2});
        assertThat(SessionJson.bytes(creds, "noiseKey", "public")).isEmpty();
        assertThat(SessionJson.bytes(creds, "me")).isEmpty();
    }

    @Test
    void a_single_string_is_a_value() {
        assertThat(SessionJson.text(SessionJson.ofText("123@lid \"x\""))).contains("123@lid \"x\"");
        assertThat(SessionJson.text(JSONB.valueOf("{}"))).isEmpty();
    }

    @Test
    void text_that_is_no_json_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> SessionJson.read(JSONB.valueOf("{secret")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
