// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.util.List;
import java.util.stream.Collectors;

/** A condition in PostgREST's terms. There is no negation of a tree: it stands at the leaves. */
sealed interface Condition {

    /** As an operand of a tree. */
    String inTree();

    /**
     * An operator on one column.
     *
     * @param column the column in quotes, with a path behind it where it is JSON
     * @param operator the operator with its negation, such as {@code not.eq}
     * @param value what it is compared with
     */
    record Leaf(String column, String operator, Value value) implements Condition {

        @Override
        public String inTree() {
            return column + "." + operator + "." + value.inTree();
        }

        /** The column and the operator: the value is data. */
        @Override
        public String toString() {
            return column + "." + operator;
        }
    }

    /** All of the operands, or one of them at least; two or more. */
    record Tree(Logic logic, List<Condition> operands) implements Condition {

        @Override
        public String inTree() {
            return logic.word() + list();
        }

        /** The operands in their parentheses. */
        String list() {
            return operands.stream().map(Condition::inTree).collect(Collectors.joining(",", "(", ")"));
        }

        /** The shape only: values are data. */
        @Override
        public String toString() {
            return logic + " of " + operands.size();
        }
    }

    /** How a tree joins its operands. */
    enum Logic {
        AND("and"),
        OR("or");

        private final String word;

        Logic(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        Logic opposite() {
            return this == AND ? OR : AND;
        }
    }

    /** What a column is compared with. */
    sealed interface Value {

        /** As a parameter of its own, where everything behind the operator is taken as it is. */
        String alone();

        /** Between the commas and parentheses of a tree. */
        String inTree();
    }

    /** One value of the column's type. */
    record Scalar(String text) implements Value {

        @Override
        public String alone() {
            return text;
        }

        @Override
        public String inTree() {
            return Quoted.of(text);
        }

        @Override
        public String toString() {
            return "Scalar";
        }
    }

    /** A word of PostgREST's own, which must not be quoted. */
    record Word(String word) implements Value {

        @Override
        public String alone() {
            return word;
        }

        @Override
        public String inTree() {
            return word;
        }
    }

    /** A list of values. One that holds nothing but an empty text would be taken for an empty list. */
    record Values(List<String> texts) implements Value {

        @Override
        public String alone() {
            return texts.stream().map(Quoted::of).collect(Collectors.joining(",", "(", ")"));
        }

        @Override
        public String inTree() {
            return alone();
        }

        @Override
        public String toString() {
            return "Values of " + texts.size();
        }
    }
}
