package io.slipway.workflow.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Finds delegates and execution listeners by their bean name, when they are asked for,
 * and the business key of an execution; no other bean and no other property.
 */
final class DelegateResolver extends ELResolver {

    private static final String BUSINESS_KEY = "processBusinessKey";

    private final ListableBeanFactory beanFactory;

    DelegateResolver(ListableBeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base instanceof DelegateExecution execution && BUSINESS_KEY.equals(property)) {
            context.setPropertyResolved(true);
            return execution.getProcessBusinessKey();
        }
        if (isDelegate(base, property)) {
            context.setPropertyResolved(true);
            return this.beanFactory.getBean((String) property);
        }
        return null;
    }

    private boolean isDelegate(@Nullable Object base, @Nullable Object property) {
        return base == null && property instanceof String name && this.beanFactory.containsBean(name)
                && (this.beanFactory.isTypeMatch(name, JavaDelegate.class)
                        || this.beanFactory.isTypeMatch(name, ExecutionListener.class));
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        if (isDelegate(base, property)) {
            throw new PropertyNotWritableException("A model cannot replace the delegate " + property);
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return String.class;
    }

}
