// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

/** What goes wrong between a backend and its server, in the way of the backend. */
interface Trouble {

    /** Makes it happen, and expects what has to follow. */
    void make(Salon salon);
}
