package io.slipway.workflow.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * What an expression of a process model can reach: process variables, delegates by their
 * bean name, properties of the execution, and the functions {@code list(text)},
 * {@code role(seat)} and {@code person(seat)}. No other bean, no method call, no class.
 */
final class DelegateExpressionManager extends JuelExpressionManager {

    private final ListableBeanFactory beanFactory;

    DelegateExpressionManager(ListableBeanFactory beanFactory) {
        this.beanFactory = beanFactory;
        for (String function : new String[] { "list", "role", "person" }) {
            Method method = ReflectionUtils.findMethod(DelegateExpressionManager.class, function, String.class);
            if (method == null) {
                throw new IllegalStateException("The function " + function + " is missing");
            }
            ReflectionUtils.makeAccessible(method);
            addFunction(function, method);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new DelegateResolver(this.beanFactory));
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        return resolver;
    }

    /**
     * The models' function {@code list}: comma separated text as a list.
     * @param text such as {@code ann,bob}; may be null
     * @return its parts, in order, without blanks and repetitions
     */
    public static List<String> list(@Nullable String text) {
        return Arrays.stream(StringUtils.tokenizeToStringArray(text, ",")).distinct().toList();
    }

    /**
     * The models' function {@code role}: in which role a seat's approval is given.
     * @param seat such as {@code 1:stakeholder=sam}
     * @return such as {@code stakeholder}
     */
    public static String role(String seat) {
        String given = seat.substring(seat.indexOf(':') + 1);
        int named = given.indexOf('=');
        return (named < 0) ? given : given.substring(0, named);
    }

    /**
     * The models' function {@code person}: who has to give a seat's approval.
     * @param seat such as {@code 1:stakeholder=sam}
     * @return such as {@code sam}; null if anybody who holds the role may
     */
    public static @Nullable String person(String seat) {
        int named = seat.indexOf('=');
        return (named < 0) ? null : seat.substring(named + 1);
    }

}
