// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a host of Spring Data JDBC sets up; streams are read 500 rows at a time. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories
class SpringSettings extends AbstractJdbcConfiguration {

    private static final int FETCH_SIZE = 500;

    @Override
    protected List<?> userConverters() {
        return JsonConverters.all();
    }

    @Bean
    NamedParameterJdbcOperations operations(DataSource pool) {
        JdbcTemplate template = new JdbcTemplate(pool);
        template.setFetchSize(FETCH_SIZE);
        return new NamedParameterJdbcTemplate(template);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource pool) {
        return new JdbcTransactionManager(pool);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
