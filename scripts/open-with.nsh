; Offers the program under "Open with" for sound files, and never makes it their default.
!macro forSounds ACTION
  !insertmacro ${ACTION} ".wav"
  !insertmacro ${ACTION} ".flac"
  !insertmacro ${ACTION} ".mp3"
  !insertmacro ${ACTION} ".m4a"
  !insertmacro ${ACTION} ".ogg"
  !insertmacro ${ACTION} ".webm"
!macroend

!macro addSound EXTENSION
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" "${EXTENSION}" ""
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}" "FriendlyAppName" "${PRODUCT_NAME}"
  !insertmacro forSounds addSound
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
!macroend
