// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

/** Bytes as they arrived, and when ({@link System#nanoTime()}). */
@SuppressWarnings("ArrayRecordComponent")
record Parcel(byte[] bytes, long arrived) {}
