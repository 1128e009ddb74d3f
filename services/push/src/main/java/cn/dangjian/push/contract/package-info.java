/** The OpenAPI document (接口约定): how the one door of this service answers. */
@NullMarked
package cn.dangjian.push.contract;

import org.jspecify.annotations.NullMarked;
