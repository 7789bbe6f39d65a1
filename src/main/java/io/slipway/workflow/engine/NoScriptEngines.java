package io.slipway.workflow.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/**
 * Finds no script engine, whatever lies on the class path: models run no scripts.
 */
final class NoScriptEngines implements ScriptEngineResolver {

    @Override
    public @Nullable ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        return null;
    }

    @Override
    public void addScriptEngineFactory(javax.script.ScriptEngineFactory scriptEngineFactory) {
        throw new UnsupportedOperationException("Models run no scripts: " + scriptEngineFactory.getEngineName());
    }

    @Override
    public @Nullable ScriptEngineManager getScriptEngineManager() {
        return null;
    }

}
