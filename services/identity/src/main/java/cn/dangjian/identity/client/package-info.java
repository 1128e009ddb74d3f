/** Clients (客户端): the apps and services that may ask for tokens. */
@NullMarked
package cn.dangjian.identity.client;

import org.jspecify.annotations.NullMarked;
