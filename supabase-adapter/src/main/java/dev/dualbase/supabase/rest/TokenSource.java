// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

/**
 * Gives the token (a JWT) that requests are authorized with, where it is not the key itself: that of a signed-in user, say.
 * Safe for use by any number of threads.
 */
@FunctionalInterface
public interface TokenSource {

    /** The token to use now. It is asked for each request, so keep it at hand. */
    String token();

    /**
     * The server refused this token as expired. The request is sent once more with what {@link #token()} gives then, if that
     * is another one.
     *
     * @param token the token that was refused
     */
    default void expired(String token) {}
}
