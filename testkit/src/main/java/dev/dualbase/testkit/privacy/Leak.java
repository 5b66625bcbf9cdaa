// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

/**
 * A marked value where there must be none.
 *
 * @param place where it was found, such as {@code cause of ForeignKeyException: message}
 * @param value the value
 */
public record Leak(String place, String value) {}
