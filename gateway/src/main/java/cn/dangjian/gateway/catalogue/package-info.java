/** The page that shows the API documents of all services (接口目录). */
@NullMarked
package cn.dangjian.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
