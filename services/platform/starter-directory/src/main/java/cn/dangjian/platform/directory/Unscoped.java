package cn.dangjian.platform.directory;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A repository method that reads scoped rows without a {@link Scope}, and why that is right. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unscoped {

    /** Why no scope is needed, for example "answers only to another service". */
    String value();
}
