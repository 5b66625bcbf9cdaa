// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.binding;

import org.jooq.Binding;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jooq.impl.DefaultBinding;
import org.jooq.impl.IdentityConverter;
import org.jspecify.annotations.Nullable;

/** Finds the direct binding of a jOOQ type. */
final class BindingLookup {

    private BindingLookup() {}

    @SuppressWarnings(
            "unchecked") // a binding that is its own direct one, and each entry of the maps, is of the type asked for
    static <T> @Nullable DirectBinding<T> of(DataType<T> type) {
        if (type.getBinding() instanceof DirectBinding<?> own) {
            return (DirectBinding<T>) own;
        }
        return isDefault(type.getBinding()) ? (DirectBinding<T>) forClass(type) : null;
    }

    /** Whether jOOQ chose the binding itself, and nobody converts the values. */
    private static boolean isDefault(Binding<?, ?> binding) {
        return binding.getClass().getEnclosingClass() == DefaultBinding.class
                && binding.converter() instanceof IdentityConverter;
    }

    private static @Nullable DirectBinding<?> forClass(DataType<?> type) {
        Class<?> values = type.getType();
        if (values.isEnum() && EnumType.class.isAssignableFrom(values)) {
            return EnumBinding.of(values.asSubclass(EnumType.class));
        }
        DirectBinding<?> scalar = ScalarBindings.BY_TYPE.get(values);
        return scalar == null && values.isArray() ? ScalarBindings.ofArray(type) : scalar;
    }
}
