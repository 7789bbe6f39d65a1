package io.slipway.test;

import java.util.Comparator;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Runs what is quick first: tests without the portal, then those with it, then the
 * journeys in a browser. A simple mistake is then known after seconds.
 */
public class JourneysLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
            .sort(Comparator.comparingInt(JourneysLast::rank).thenComparing((test) -> test.getTestClass().getName()));
    }

    private static int rank(ClassDescriptor test) {
        if (test.getTestClass().getPackageName().startsWith("io.slipway.e2e")) {
            return 3;
        }
        if (test.isAnnotated(SlowTest.class)) {
            return 2;
        }
        return test.isAnnotated(SlipwayTest.class) ? 1 : 0;
    }

}
