// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ErrorInfo;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token of requests: from the host's source, or else the key if that is a JWT. Supabase's newer keys
 * ({@code sb_secret_...}) are not, and go into the header {@code apikey} alone.
 */
final class Authorization {

    private final @Nullable TokenSource tokens;
    private final String keyAsToken;

    Authorization(RestSettings settings) {
        this.tokens = settings.tokens();
        this.keyAsToken = isJwt(settings.key()) ? settings.key() : "";
    }

    private static boolean isJwt(String key) {
        return key.startsWith("eyJ") && key.chars().filter(c -> c == '.').count() == 2;
    }

    /** The token to send, empty for none. A source that has none is refused: the server would take the caller for anybody. */
    String token() {
        if (tokens == null) {
            return keyAsToken;
        }
        String token = tokens.token();
        if (!HeaderText.isWord(token)) {
            throw new AccessDeniedException("the token source gave no token", ErrorInfo.ofSqlState("28000"), null);
        }
        return token;
    }

    /** What the source has after it was told that a token expired. */
    String renewed(String expired) {
        if (tokens != null) {
            tokens.expired(expired);
        }
        return token();
    }
}
