package io.slipway.database;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.session.SessionRepository;

/**
 * Lets pages be read while the database takes no changes: what reading notes in a session
 * is then lost, and nothing more.
 */
class SessionTouch implements BeanPostProcessor, MethodInterceptor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof SessionRepository<?>)) {
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(this);
        return proxy.getProxy(bean.getClass().getClassLoader());
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        try {
            return call.proceed();
        }
        catch (RuntimeException failure) {
            if (call.getMethod().getName().equals("save") && OutageSight.isReading()
                    && DatabaseOutage.refusesChanges(failure)) {
                return null;
            }
            throw failure;
        }
    }

}
