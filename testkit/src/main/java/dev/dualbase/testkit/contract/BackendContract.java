// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.core.backend.Backend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The cases that every {@link Backend} passes. Extend it with a class whose {@link #backend()} is the backend under test,
 * on a database that {@link ContractSchema#script()} was run on once:
 *
 * <pre>{@code
 * class MyBackendContractTest extends BackendContract {
 *     @Override
 *     protected Backend backend() {
 *         return SHARED;
 *     }
 *
 *     @Override
 *     protected Backend unreachableBackend() {
 *         return MyBackend.at("http://127.0.0.1:1");
 *     }
 * }
 * }</pre>
 *
 * <p>Each case writes rows of its own, so cases may run in parallel and against a database that is not empty. A case that
 * needs a capability the backend does not name asserts that the backend refuses it; no case is skipped. The backend must
 * serve three callers at once, and give a statement ten seconds at least.
 */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
@ExtendWith(BackendCaseRecorder.class)
public abstract class BackendContract
        implements FilterContract,
                TextFilterContract,
                ArrayJsonFilterContract,
                ListFilterContract,
                LogicContract,
                JsonPathContract,
                ParseContract,
                LostConditionContract,
                ReadContract,
                OrderContract,
                TypeOrderContract,
                ManyRowsContract,
                OddNameContract,
                PagingContract,
                WriteContract,
                TouchedColumnsContract,
                ReturningContract,
                NotedContract,
                UpsertContract,
                BulkContract,
                SplitBulkContract,
                BadRowContract,
                ValueContract,
                ColumnTypeContract,
                TimeContract,
                InvalidValueContract,
                ErrorContract,
                OutageContract,
                AtomicWritesContract,
                TransactionContract,
                NestedTransactionContract,
                ConflictContract,
                StreamContract {
    private @Nullable Items items;

    /** For subclasses. */
    protected BackendContract() {}

    /** The backend under test, the same for all cases. */
    protected abstract Backend backend();

    /** A new backend of the same kind that is told to use a server which does not answer, such as a closed port. */
    protected abstract Backend unreachableBackend();

    /**
     * The name of this backend in a table of results. If it has one, and the property {@code dualbase.contract.results} names
     * a folder, what each case found is written there.
     */
    protected String title() {
        return "";
    }

    @Override
    public final Items items() {
        Items present = items;
        if (present == null) {
            present = new Items(backend());
            items = present;
        }
        return present;
    }

    @Override
    public final Backend unreachable() {
        return unreachableBackend();
    }
}
