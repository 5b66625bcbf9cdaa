// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** The build runs these tests over JDBC, with the rights of a service alone, and over REST: see {@link BackendOfRun}. */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Tag("each-backend")
@interface EachBackend {}
