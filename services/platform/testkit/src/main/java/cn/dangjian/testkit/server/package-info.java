/** Real servers (database, broker, Redis) as child processes or containers, the same for tests and for {@code deploy/up}. */
@NullMarked
package cn.dangjian.testkit.server;

import org.jspecify.annotations.NullMarked;
