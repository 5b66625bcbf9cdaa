// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

/** The same where the functions of this module are not installed. */
class DualWriteToRestWithoutFunctionsTest extends DualWriteToRestTest {

    @Override
    String functions() {
        return "";
    }
}
