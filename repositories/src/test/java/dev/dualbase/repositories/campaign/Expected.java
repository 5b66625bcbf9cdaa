// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.campaign;

/**
 * What a {@link Task} comes to when nothing is in its way.
 *
 * @param before the rows that it finds
 * @param after the rows that it leaves
 * @param answer what it returns
 * @param writes whether it asks for a write
 */
record Expected(String before, String after, String answer, boolean writes) {}
