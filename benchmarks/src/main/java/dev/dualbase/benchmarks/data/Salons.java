// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.data;

/** The salons that the data is made of, each for one purpose. */
public final class Salons {

    /** Where clients are read and changed one by one. */
    public static final long MAIN = 962_302;

    /** Its clients only stand beside those of the main salon. */
    public static final long OTHER = 962_303;

    /** Takes bulk upserts, and is empty between them. */
    public static final long BULK = 962_304;

    /** Its clients are streamed. */
    public static final long STREAM = 962_305;

    private Salons() {}
}
