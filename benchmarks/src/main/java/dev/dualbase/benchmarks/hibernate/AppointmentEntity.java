// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/** An appointment as an entity, as far as appointments are counted here. */
@Entity(name = "Appointment")
@Table(name = "appointments_cache")
class AppointmentEntity {

    @Id
    @Nullable
    Long id;

    @PartitionKey
    @Nullable
    Long companyId;

    @Nullable
    Long clientId;
}
