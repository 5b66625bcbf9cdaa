// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import java.util.Optional;

/**
 * What a server says of itself.
 *
 * @param version its version
 * @param role what it is among its copies
 * @param tls how the connection to it is encrypted, such as {@code TLSv1.3}, empty for plain text; what lies behind a pooler
 *     or a gateway cannot be seen, and PgBouncer tells of the connection between itself and the server
 */
public record ServerInfo(String version, ServerRole role, Optional<String> tls) {}
