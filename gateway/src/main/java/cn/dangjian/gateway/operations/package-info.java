/** For the operator (运行): how the services are, what waits to be told, what was parked. */
@NullMarked
package cn.dangjian.gateway.operations;

import org.jspecify.annotations.NullMarked;
