package io.slipway.e2e;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Hands each journey its browsers, asks them afterwards for errors, and takes them back.
 */
class BrowserExtension implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
        String port = SpringExtension.getApplicationContext(test)
            .getEnvironment()
            .getRequiredProperty("local.server.port");
        Browser browser = new Browser("http://localhost:" + port);
        browsers(test).add(browser);
        return browser;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            String name = test.getRequiredTestClass().getSimpleName() + "." + test.getRequiredTestMethod().getName();
            List<Browser> browsers = browsers(test);
            for (int i = 0; i < browsers.size(); i++) {
                browsers.get(i).keepFailure(name + "-" + (i + 1));
            }
        }
        else {
            browsers(test).forEach(Browser::expectNoErrors);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        browsers(test).forEach(test.getExecutionException().isPresent() ? Browser::discard : Browser::close);
    }

    private static List<Browser> browsers(ExtensionContext test) {
        return test.getStore(NAMESPACE).getOrComputeIfAbsent(Browsers.class).opened;
    }

    /** The browsers of one test. */
    static final class Browsers {

        private final List<Browser> opened = new ArrayList<>();

    }

}
