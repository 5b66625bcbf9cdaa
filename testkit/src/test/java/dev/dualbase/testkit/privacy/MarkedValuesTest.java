// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ErrorInfo;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MarkedValuesTest {
    private static final String VALUE = "MARKED-1a2b";

    private final MarkedValues marked = MarkedValues.of("MARKED-other", VALUE);

    private static DuplicateKeyException causedBy(Throwable cause) {
        return new DuplicateKeyException("duplicate key", ErrorInfo.none(), cause);
    }

    @Test
    void a_value_in_a_message_is_found_with_its_place() {
        assertThat(marked.in(new IllegalStateException("for " + VALUE)))
                .contains(new Leak("IllegalStateException: message", VALUE));
    }

    @Test
    void a_value_deep_below_is_found() {
        SQLException sql = new SQLException("clean");
        sql.setNextException(new SQLException(VALUE));
        Throwable clean = new IllegalStateException("clean");
        clean.addSuppressed(causedBy(sql));
        assertThat(marked.in(clean))
                .extracting(Leak::place)
                .contains("next of cause of suppressed by IllegalStateException: DuplicateKeyException: SQLException: "
                        + "SQLException: message");
    }

    @Test
    void a_value_among_the_names_of_a_failure_is_found() {
        ErrorInfo info = new ErrorInfo("23505", VALUE, null, null, null);
        assertThat(marked.in(new DuplicateKeyException("duplicate key", info, null)))
                .extracting(Leak::place)
                .contains("DuplicateKeyException: names");
    }

    @Test
    void the_sensitive_detail_may_have_it() {
        ErrorInfo info = new ErrorInfo("23505", "note", null, null, VALUE);
        assertThat(marked.in(new DuplicateKeyException("duplicate key", info, null)))
                .isEmpty();
    }

    @Test
    void a_failure_that_is_its_own_cause_ends() {
        IllegalStateException one = new IllegalStateException("one");
        one.addSuppressed(causedBy(one));
        assertThat(marked.in(one)).isEmpty();
    }

    @Test
    void a_text_is_searched_for_all_of_them() {
        assertThat(marked.in("log", "MARKED-other and " + VALUE))
                .isEqualTo(List.of(new Leak("log", "MARKED-other"), new Leak("log", VALUE)));
        assertThat(marked.in("log", "nothing")).isEmpty();
    }

    @Test
    void a_blank_mark_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MarkedValues.of(" "));
        assertThatIllegalArgumentException().isThrownBy(MarkedValues::of);
    }
}
