package cn.dangjian.platform.directory;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method that reads scoped rows without a {@link Scope}, or a table whose methods all do, and why that is right. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Unscoped {

    /** Why no scope is needed, for example "answers only to another service". */
    String value();
}
