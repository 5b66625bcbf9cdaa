// SPDX-License-Identifier: Apache-2.0
/** The store of WhatsApp sessions: credentials, keys, and the JSON they are written in. */
@NullMarked
package dev.dualbase.repositories.whatsapp;

import org.jspecify.annotations.NullMarked;
