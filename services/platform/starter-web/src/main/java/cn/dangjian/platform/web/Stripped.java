package cn.dangjian.platform.web;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A text of a request that people type: blanks before and behind it and what nobody sees in it are left out when it is
 * read. A parameter of a path or a query without it, or {@link Verbatim}, is a code and holds ASCII only.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = StrippedText.class)
public @interface Stripped {

    /** Whether it may have several lines; a name, a title, a document's number has one. */
    boolean lines() default false;
}
