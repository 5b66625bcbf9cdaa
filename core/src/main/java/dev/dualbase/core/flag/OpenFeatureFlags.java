// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.FlagEvaluationDetails;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Flags from a client of OpenFeature, and so from any of its providers. A flag may be a boolean, an integer or a string
 * there. One that the provider does not have is not set; without a provider none is.
 *
 * <p>The only class that needs {@code dev.openfeature:sdk} on the class path; nothing else here names it.
 */
public final class OpenFeatureFlags implements FlagSource {

    private final Client client;

    /** The flags that a client evaluates, without a context. */
    public OpenFeatureFlags(Client client) {
        this.client = client;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException naming the flag, if the provider is not ready or fails: then nothing is known
     */
    @Override
    public Map<String, String> values(Collection<String> names) {
        Map<String, String> values = new HashMap<>();
        names.forEach(name -> value(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> values.put(name, text)));
        return values;
    }

    private Optional<String> value(String name) {
        List<Function<String, FlagEvaluationDetails<?>>> kinds = List.of(
                flag -> client.getBooleanDetails(flag, false),
                flag -> client.getStringDetails(flag, ""),
                flag -> client.getIntegerDetails(flag, 0));
        for (Function<String, FlagEvaluationDetails<?>> kind : kinds) {
            FlagEvaluationDetails<?> details = kind.apply(name);
            ErrorCode error = details.getErrorCode();
            if (error == null) {
                return isDefault(name, details)
                        ? Optional.empty()
                        : Optional.ofNullable(details.getValue()).map(Objects::toString);
            } else if (error == ErrorCode.FLAG_NOT_FOUND) {
                return Optional.empty();
            } else if (error != ErrorCode.TYPE_MISMATCH) {
                throw unknown(name, error);
            }
        }
        throw new IllegalStateException(name + " is neither a boolean nor a string nor an integer in OpenFeature");
    }

    /** Whether the provider gives back whatever default it is asked with, as the one that stands in for none does. */
    private boolean isDefault(String name, FlagEvaluationDetails<?> details) {
        if (!Boolean.FALSE.equals(details.getValue())) {
            return false;
        }
        FlagEvaluationDetails<Boolean> otherwise = client.getBooleanDetails(name, true);
        ErrorCode error = otherwise.getErrorCode();
        if (error != null && error != ErrorCode.FLAG_NOT_FOUND) {
            throw unknown(name, error);
        }
        return Boolean.TRUE.equals(otherwise.getValue());
    }

    private static IllegalStateException unknown(String name, ErrorCode error) {
        return new IllegalStateException("OpenFeature cannot say what " + name + " is: " + error);
    }
}
