package com.customerp.sync.history;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Function;

/** A port of which some methods do something else. */
final class Replaced {
    private Replaced() {}

    /** One call to such a method: what was handed over, and the method as it was. */
    static final class Call {
        final Object[] arguments;
        private final Object target;
        private final Method method;

        private Call(Object target, Method method, Object[] arguments) {
            this.target = target;
            this.method = method;
            this.arguments = arguments;
        }

        @SuppressWarnings("unchecked")
        <T> T argument(int index) {
            return (T) arguments[index];
        }

        /** What the method itself answers to these arguments now. */
        @SuppressWarnings("unchecked")
        <T> T proceed() {
            try {
                return (T) method.invoke(target, arguments);
            } catch (InvocationTargetException failure) {
                if (failure.getCause() instanceof RuntimeException passing) {
                    throw passing;
                }
                throw (Error) failure.getCause();
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    static <T> T of(Class<T> port, T target, Set<String> methods, Function<Call, Object> instead) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    Call call = new Call(target, method, arguments);
                    return methods.contains(method.getName()) ? instead.apply(call) : call.proceed();
                }));
    }
}
