// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import org.jspecify.annotations.Nullable;

/** Bytes that are about to pass: a whole message, or some bytes of one, or of another protocol. */
@SuppressWarnings("ArrayRecordComponent")
record Piece(byte[] bytes, @Nullable Frame frame) {}
