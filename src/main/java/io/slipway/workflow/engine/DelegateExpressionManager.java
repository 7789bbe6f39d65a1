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
 * bean name, properties of the execution, and the function {@code list(text)}. No other
 * bean, no method call, no class.
 */
final class DelegateExpressionManager extends JuelExpressionManager {

    private final ListableBeanFactory beanFactory;

    DelegateExpressionManager(ListableBeanFactory beanFactory) {
        this.beanFactory = beanFactory;
        Method list = ReflectionUtils.findMethod(DelegateExpressionManager.class, "list", String.class);
        if (list == null) {
            throw new IllegalStateException("The function list is missing");
        }
        ReflectionUtils.makeAccessible(list);
        addFunction("list", list);
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

}
