package cn.dangjian.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Starts the whole service on a random port, with the settings of {@code config-repo}, an empty schema, topics and a
 * Redis database of its own on real servers. {@link Api}, {@link Tokens}, {@link Broker}, {@link Workers} and {@link
 * Province} can be injected.
 *
 * <p>The service trusts the keys of {@link Tokens}; a service that makes tokens itself sets {@code testkit.tokens=own}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ServiceContext.class)
@Import(ServiceTools.class)
public @interface ServiceTest {}
