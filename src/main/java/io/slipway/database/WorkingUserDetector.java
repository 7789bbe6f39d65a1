package io.slipway.database;

import java.util.Set;

import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/**
 * Makes everything that uses the database wait for {@link WorkingUser}, and that for the
 * migration.
 */
class WorkingUserDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(WorkingUser.class);
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

}
