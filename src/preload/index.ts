import { contextBridge, ipcRenderer } from 'electron'
import { bridge } from './bridge'

contextBridge.exposeInMainWorld('opsFusion', bridge(ipcRenderer))
