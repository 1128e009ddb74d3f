package io.swagger.v3.oas.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the annotation of OpenAPI, which is not on the class path. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {

    String summary() default "";
}
