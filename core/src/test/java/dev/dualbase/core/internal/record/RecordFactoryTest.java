// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.impl.CustomRecord;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Records are filled in two ways, which no caller can tell apart. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordFactoryTest {
    private static final Field<Long> ID = DSL.field("id", SQLDataType.BIGINT);
    private static final Field<String> NAME = DSL.field("name", SQLDataType.VARCHAR);

    private static final People PEOPLE = new People();

    private static Record empty() {
        return DSL.using(SQLDialect.POSTGRES).newRecord(new Field<?>[] {ID, NAME});
    }

    @Test
    void this_jooq_lets_itself_be_filled_the_quick_way() {
        assertThat(RecordState.isOpen()).isTrue();
    }

    @Test
    void both_ways_leave_the_same_record() {
        Record quick = empty();
        Record slow = empty();
        RecordState.fill(quick, RecordFactoryTest::seven);
        RecordState.set(slow, RecordFactoryTest::seven);
        for (Record row : List.of(quick, slow)) {
            assertThat(row.intoArray()).containsExactly(7L, null);
            assertThat(row.changed()).isFalse();
            assertThat(row.original().intoArray()).containsExactly(7L, null);
        }
        assertThat(quick).isEqualTo(slow);
    }

    private static void seven(Object[] values) {
        values[0] = 7L;
    }

    @Test
    void records_are_of_the_type_of_the_table() {
        Person person = new RecordFactory<>(PEOPLE).fetched(values -> values[0] = "Anna");
        assertThat(person.get(PEOPLE.NAME)).isEqualTo("Anna");
        assertThat(person.changed()).isFalse();
        assertThat(person).isEqualTo(PEOPLE.newRecord().with(PEOPLE.NAME, "Anna"));
    }

    @Test
    void what_was_fetched_is_kept_when_a_value_is_set() {
        Record row = empty();
        RecordState.fill(row, RecordFactoryTest::seven);
        row.set(ID, 8L);
        assertThat(row.original(ID)).isEqualTo(7L);
        assertThat(row.changed(ID)).isTrue();
        assertThat(row.changed(NAME)).isFalse();
    }

    private static final class People extends CustomTable<Person> {
        private static final long serialVersionUID = 1L;

        final TableField<Person, String> NAME = createField(DSL.name("name"), SQLDataType.VARCHAR);

        People() {
            super(DSL.name("people"));
        }

        @Override
        public Class<Person> getRecordType() {
            return Person.class;
        }
    }

    /** As a generated one: public, with a constructor without arguments. */
    public static final class Person extends CustomRecord<Person> {
        private static final long serialVersionUID = 1L;

        public Person() {
            super(PEOPLE);
        }
    }
}
