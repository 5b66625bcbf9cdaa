// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Left out where the build runs tests with the rights of a service alone. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("not-as-service")
@interface NotAsService {

    /** Why. */
    String value();
}
